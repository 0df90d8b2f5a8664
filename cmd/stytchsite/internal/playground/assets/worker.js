// Runs the checks beside the page, so that typing never waits for them.
"use strict";
importScripts("wasm_exec.js");

// load returns a file as a stream, unpacked if it is compressed. The name says nothing
// of that, for some servers unpack themselves what they know to be packed. What has come
// is told to the page.
async function load(name) {
	const response = await fetch(name);
	if (!response.ok) throw new Error(`${name}: ${response.status}`);
	const reader = response.body.getReader();
	const first = await reader.read();
	const read = (got, to) => {
		if (got.done) return to.close();
		postMessage({ received: got.value.length });
		to.enqueue(got.value);
	};
	const stream = new ReadableStream({
		start: (to) => read(first, to),
		pull: async (to) => read(await reader.read(), to),
	});
	const packed = first.value?.[0] === 0x1f && first.value[1] === 0x8b;
	return packed ? stream.pipeThrough(new DecompressionStream("gzip")) : stream;
}

const ready = (async () => {
	const types = load("types.bin").then((stream) => new Response(stream).arrayBuffer());
	const program = new Response(await load("checks.bin"), { headers: { "Content-Type": "application/wasm" } });
	const go = new Go();
	const started = new Promise((done) => { self.stytchlintReady = done; });
	const { instance } = await WebAssembly.instantiateStreaming(program, go.importObject);
	go.run(instance);
	await started;
	const wrong = stytchlint.open(new Uint8Array(await types));
	if (wrong) throw new Error(wrong);
})();
ready.then(() => postMessage({ ready: true }), (e) => postMessage({ failed: String(e.message || e) }));

onmessage = async ({ data: { text, fix } }) => {
	await ready;
	try {
		if (fix !== undefined) text = stytchlint.fix(text, fix);
		postMessage({ text, answer: JSON.parse(stytchlint.check(text)) });
	} catch {
		postMessage({ crashed: true }); // and nothing runs any more
	}
};
