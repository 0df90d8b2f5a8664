// Writes the editor as one script, the licences of what is in it, and the hashes of
// what both are made from and of themselves.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";

const script = "../assets/editor.js";
const licences = "../assets/editor.LICENSES.txt";

const result = await build({
	entryPoints: ["editor.mjs"], outfile: script, metafile: true,
	bundle: true, minify: true, format: "iife", globalName: "playgroundEditor", target: "es2022", legalComments: "none",
});

const inputs = Object.keys(result.metafile.inputs);
const packages = new Set(inputs.map((name) => name.match(/^node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1]).filter(Boolean));
const texts = [...packages].sort().map((name) => {
	const { version } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"));
	return `${name} ${version}\n\n${readFileSync(`node_modules/${name}/LICENSE`, "utf8").trim()}\n`;
});
writeFileSync(licences, texts.join("\n---\n\n"));

const hash = (name) => createHash("sha256").update(readFileSync(name)).digest("hex");
const own = inputs.filter((name) => !name.startsWith("node_modules/"));
const names = ["build.mjs", "package-lock.json", "package.json", ...own, licences, script].sort();
writeFileSync("sums.txt", names.map((name) => `${hash(name)}  ${name}\n`).join(""));
