/** Where an operation that is started on this page leads back to: the page itself, without what was accepted before. */
export function returnAddress(url: URL): string {
  const params = new URLSearchParams(url.searchParams);
  params.delete("accepted");
  return params.size === 0 ? url.pathname : `${url.pathname}?${params}`;
}
