/** Where an operation that is started on this page leads back to: the page itself, without what was said before. */
export function returnAddress(url: URL): string {
  const params = new URLSearchParams(url.searchParams);
  for (const said of ["accepted", "notice"]) params.delete(said);
  return params.size === 0 ? url.pathname : `${url.pathname}?${params}`;
}
