import assert from "node:assert/strict";
import { itemForKey } from "./menu_keys.ts";

Deno.test("arrow keys move through a menu and wrap", () => {
  assert.equal(itemForKey("ArrowDown", -1, 3), 0);
  assert.equal(itemForKey("ArrowDown", 2, 3), 0);
  assert.equal(itemForKey("ArrowUp", 0, 3), 2);
  assert.equal(itemForKey("ArrowUp", -1, 3), 2);
  assert.equal(itemForKey("ArrowUp", 2, 3), 1);
  assert.equal(itemForKey("Home", 2, 3), 0);
  assert.equal(itemForKey("End", 0, 3), 2);
});

Deno.test("other keys and empty menus lead nowhere", () => {
  assert.equal(itemForKey("a", 0, 3), null);
  assert.equal(itemForKey("ArrowDown", -1, 0), null);
});
