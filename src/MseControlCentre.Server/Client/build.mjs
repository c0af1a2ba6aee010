// Bundles each page's script and the style sheet into wwwroot/dist. Names stay the same from build to build; the server
// puts a hash of the content into each URL.
import { build } from "esbuild";
import { rm } from "node:fs/promises";

const out = new URL("../wwwroot/dist/", import.meta.url).pathname;

await rm(out, { recursive: true, force: true });
await build({
  entryPoints: {
    wall: "src/wall.ts", style: "src/style.css", pages: "src/pages/pages.ts",
    explore: "src/pages/explore.ts", passkeys: "src/pages/passkeysAlone.ts",
    "pages-style": "src/pages/pages.css",
  },
  outdir: out,
  bundle: true,
  minify: true,
  sourcemap: "linked",
  target: ["es2022"],
  format: "esm",
  assetNames: "[name]",
  loader: { ".woff2": "file" },
  logLevel: "warning",
});
