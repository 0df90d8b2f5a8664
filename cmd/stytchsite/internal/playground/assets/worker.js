// Runs the checks beside the page, so that typing never waits for them.
"use strict";
importScripts("wasm_exec.js");

// load returns a file, unpacked if it is compressed. The name says nothing of that, for
// some servers unpack themselves what they know to be packed.
async function load(name) {
	const response = await fetch(name);
	if (!response.ok) throw new Error(`${name}: ${response.status}`);
	const bytes = new Uint8Array(await response.arrayBuffer());
	if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
	const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
	return new Uint8Array(await new Response(unpacked).arrayBuffer());
}

const ready = (async () => {
	const [program, types] = await Promise.all([load("checks.bin"), load("types.bin")]);
	const go = new Go();
	const started = new Promise((done) => { self.stytchlintReady = done; });
	const { instance } = await WebAssembly.instantiate(program, go.importObject);
	go.run(instance).then(() => { throw new Error("the checks have ended"); });
	await started;
	const wrong = stytchlint.open(types);
	if (wrong) throw new Error(wrong);
})();
ready.then(() => postMessage({ ready: true }), (e) => postMessage({ failed: String(e.message || e) }));

onmessage = async ({ data: { id, text, fix } }) => {
	await ready;
	if (fix !== undefined) text = stytchlint.fix(text, fix);
	postMessage({ id, text, answer: JSON.parse(stytchlint.check(text)) });
};
