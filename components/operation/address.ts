/** Address of the page that starts an operation without JavaScript. */
export function operationAddress(kind: string, group: string | null, returnTo: string): string {
  const query = new URLSearchParams({ return_to: returnTo });
  if (group !== null) query.set("group", group);
  return `/operations/${encodeURIComponent(kind)}?${query}`;
}
