/** A span as a collector reads it: OTLP over HTTP, as JSON (https://opentelemetry.io/docs/specs/otlp/). */
export interface CollectedSpan {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId: string;
  links: { traceId: string; spanId: string }[];
  attributes: Record<string, unknown>;
}

/** A collector on loopback. */
export interface Collector extends AsyncDisposable {
  spans: readonly CollectedSpan[];
  /** What a process needs to send its spans here, soon after they end. */
  env: Record<string, string>;
}

interface Attribute {
  key: string;
  value: Record<string, unknown>;
}

/** Starts a collector that keeps what comes. */
export function startCollector(): Collector {
  const spans: CollectedSpan[] = [];
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen() {} }, async (request) => {
    const body = await request.json();
    for (const { scopeSpans } of body.resourceSpans ?? []) {
      for (const scope of scopeSpans) spans.push(...scope.spans.map(spanOf));
    }
    return Response.json({});
  });
  return {
    spans,
    env: {
      OTEL_DENO: "true",
      OTEL_DENO_CONSOLE: "ignore",
      OTEL_EXPORTER_OTLP_PROTOCOL: "http/json",
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${server.addr.port}`,
      OTEL_BSP_SCHEDULE_DELAY: "50",
    },
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

function spanOf(span: CollectedSpan & { attributes: Attribute[] }): CollectedSpan {
  const attributes = Object.fromEntries(
    span.attributes.map(({ key, value }) => [key, Object.values(value)[0]]),
  );
  return { ...span, attributes };
}
