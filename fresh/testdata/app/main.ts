import { App, csp, staticFiles } from "fresh";

export interface State {
  trail: string[];
}

export const app = new App<State>();
app.use(staticFiles());
app.use(csp({ useNonce: true }));
app.use((ctx) => {
  ctx.state.trail = ["main"];
  return ctx.next();
});
app.get("/plain", (ctx) => ctx.text("plain"));
app.fsRoutes();
