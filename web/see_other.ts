/** Sends the reader on after a form: the next page is asked for with GET. @param path of this site */
export function seeOther(path: string, headers: Record<string, string> = {}): Response {
  return new Response(null, { status: 303, headers: { ...headers, location: path } });
}
