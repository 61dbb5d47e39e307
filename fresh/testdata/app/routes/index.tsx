import { define } from "../define.ts";

export default define.page(({ state }) => <h1>{state.trail.join(",")}</h1>);
