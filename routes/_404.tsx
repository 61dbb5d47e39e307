export { handler } from "./_error.tsx";
