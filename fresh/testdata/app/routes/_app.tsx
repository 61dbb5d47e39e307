import { define } from "../define.ts";

export default define.layout(({ Component }) => (
  <html lang="ja">
    <head>
      <meta charset="utf-8" />
      <link rel="icon" href="/logo.svg" />
      <title>Example</title>
      <meta name="description" content="from the app" />
    </head>
    <body>
      <Component />
    </body>
  </html>
));
