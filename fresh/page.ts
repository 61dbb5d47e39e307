/** What a handler returns to have its page drawn: the page's data and the response's status and headers. */
export interface PageResponse<T> {
  data: T;
  status?: number;
  headers?: HeadersInit;
}

/** Draws the page of this route with `data`; status 200 unless one is given. */
export function page(): PageResponse<undefined>;
export function page<T>(data: T, options?: { status?: number; headers?: HeadersInit }): PageResponse<T>;
export function page(
  data?: unknown,
  options?: { status?: number; headers?: HeadersInit },
): PageResponse<unknown> {
  return { data, status: options?.status, headers: options?.headers };
}
