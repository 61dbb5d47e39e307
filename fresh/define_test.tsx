import { equal, match } from "node:assert/strict";
import {
  App,
  type Context,
  createDefine,
  type HandlerByMethod,
  type HandlerFn,
  page,
  type PageProps,
  type RouteData,
  type RouteHandler,
} from "fresh";
import { bodyOf } from "./testing/ask.ts";

interface State {
  user: string;
}

const define = createDefine<State>();

/** Compiles only when A and B are the same type. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true : false;
const same = <T extends true>(proof: T): T => proof;

const handler = define.handlers({
  GET(ctx) {
    same<Same<typeof ctx, Context<State>>>(true);
    return page({ name: ctx.state.user });
  },
  async POST(ctx) {
    await ctx.req.text();
    return ctx.redirect("/");
  },
});

const Page = define.page<typeof handler>((props) => {
  same<Same<typeof props.data, { name: string }>>(true);
  same<Same<typeof props, PageProps<{ name: string }, State>>>(true);
  // @ts-expect-error -- the handler gives no such field
  props.data.other;
  // @ts-expect-error -- nor does the state have one
  props.state.other;
  return <p>{props.data.name} {props.params.id} {props.route} {props.url.pathname}</p>;
});

Deno.test("a page has the data of its handler", async () => {
  const app = new App<State>()
    .use(define.middleware((ctx) => {
      ctx.state.user = "太郎";
      return ctx.next();
    }))
    .route("/p/:id", { handler, component: Page });
  match(await bodyOf(app, "/p/7"), /<p>太郎 7 \/p\/:id \/p\/7<\/p>/);
});

Deno.test("define returns what it is given", () => {
  const middleware = define.middleware((ctx) => ctx.next());
  const several = define.middleware([middleware, middleware]);
  same<Same<typeof several extends unknown[] ? true : false, true>>(true);
  equal(define.middleware(middleware), middleware);
  equal(define.handlers(handler), handler);
  equal(define.page<typeof handler>(Page), Page);
  const layout = define.layout(({ Component, state }) => (
    <main title={state.user}>
      <Component />
    </main>
  ));
  equal(define.layout(layout), layout);
});

Deno.test("the data of several methods is a union, of one function its own, of none never", () => {
  const several = define.handlers({
    GET: () => page({ a: 1 }),
    POST: async () => await Promise.resolve(page("b")),
  });
  same<Same<RouteData<typeof several>, { a: number } | string>>(true);
  const single = define.handlers(() => page([1, 2]));
  same<Same<RouteData<typeof single>, number[]>>(true);
  const none = define.handlers({ GET: () => new Response() });
  same<Same<RouteData<typeof none>, never>>(true);
  const fits: RouteHandler<{ a: number } | string, State> = several;
  const fn: HandlerFn<number[], State> = single as HandlerFn<number[], State>;
  const byMethod: HandlerByMethod<{ a: number } | string, State> = several;
  equal(typeof fits, typeof byMethod);
  equal(typeof fn, "function");
});

Deno.test("a page may be asynchronous and may answer with a response", () => {
  const lone = define.page(async ({ state }) => await Promise.resolve(<p>{state.user}</p>));
  const response = define.page(() => new Response(null, { status: 204 }));
  // @ts-expect-error -- no handler can answer a method that does not exist
  define.handlers({ FETCH: () => new Response() });
  equal(typeof lone, typeof response);
});
