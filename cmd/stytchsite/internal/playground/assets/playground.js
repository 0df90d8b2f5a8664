"use strict";
(() => {
	const $ = (id) => document.getElementById(id);
	const root = document.body.dataset.root;
	const status = $("status"), list = $("findings"), all = $("all"), menu = $("example");
	const examples = JSON.parse($("examples").textContent);
	const patience = 8000; // milliseconds for one answer
	const pause = 150; // after the last key

	if (location.protocol === "file:") {
		status.textContent = "Browsers run no checks from a disk. Serve the site from any file server, or with go run ./cmd/stytchsite -http localhost:8080.";
	}

	// The worker, and what is asked of it: one question at a time, the newest next.
	let worker, loaded = false, waiting = null, next = null, timer = 0, count = 0;

	function start() {
		loaded = false;
		waiting = null;
		try {
			worker = new Worker(root + "playground/worker.js");
		} catch (e) {
			return fail(e.message);
		}
		worker.onerror = (e) => {
			e.preventDefault();
			if (!loaded) return fail(e.message || "the worker does not start");
			restart("The checks stopped. They are started again.");
		};
		worker.onmessage = ({ data }) => {
			if (data.failed) return fail(data.failed);
			if (data.ready) {
				loaded = true;
				return ask();
			}
			clearTimeout(timer);
			const question = waiting;
			waiting = null;
			if (question.text !== editor.text()) return ask(); // it was changed meanwhile
			if (data.text !== question.text) {
				next = null;
				editor.replace(data.text);
				clearTimeout(typing);
			}
			show(data.answer);
			if (next) ask();
		};
	}

	function fail(why) {
		if (location.protocol === "file:") return;
		status.textContent = `The checks could not be loaded (${why}). Load the page again to try once more.`;
	}

	function restart(why) {
		clearTimeout(timer);
		worker.terminate();
		start();
		status.textContent = why;
	}

	function ask() {
		if (!loaded || waiting || !next) return;
		waiting = { id: ++count, ...next };
		next = null;
		worker.postMessage(waiting);
		timer = setTimeout(() => restart("This took too long and was stopped. The checks are loaded again; change the program to try once more."), patience);
	}

	const check = (fix) => {
		next = { text: editor.text(), fix };
		ask();
	};

	// The editor
	let typing = 0;
	const editor = playgroundEditor.create($("editor"), "Program in Go", () => {
		clearTimeout(typing);
		typing = setTimeout(check, pause);
	});

	function show({ problems, findings }) {
		const marks = [
			...problems.map((n) => ({ from: n.from, to: n.to, severity: "error", message: n.message })),
			...findings.map((n, i) => ({
				from: n.from, to: n.to, severity: "warning", source: n.check, message: n.message,
				actions: n.fix ? [{ name: n.fix, apply: () => check(i) }] : [],
			})),
		];
		editor.mark(marks);
		const number = (n, one) => `${n || "No"} ${one}${n === 1 ? "" : "s"}`;
		status.textContent = (problems.length ? `${number(problems.length, "problem")}, ` : "") + number(findings.length, "finding").replace(/^N/, problems.length ? "n" : "N") + ".";
		all.hidden = !findings.some((n) => n.fix);
		list.replaceChildren(...problems.map((n) => item(n)), ...findings.map((n, i) => item(n, i)));
	}

	// item returns the entry of the list for a problem, or for finding i.
	function item(n, i) {
		const li = document.createElement("li");
		li.className = n.check ? "found" : "problem";
		const at = document.createElement("button");
		at.type = "button";
		at.className = "at";
		at.textContent = `Line ${n.line}`;
		at.addEventListener("click", () => editor.show(n.from, n.to));
		const text = document.createElement("p");
		text.textContent = n.message;
		li.append(at, text);
		if (n.check) {
			const link = document.createElement("a");
			link.href = `${root}checks/${n.check}.html`;
			link.textContent = n.check;
			li.append(link);
		}
		if (n.fix) {
			const fix = document.createElement("button");
			fix.type = "button";
			fix.textContent = n.fix;
			fix.addEventListener("click", () => check(i));
			li.append(fix);
		}
		return li;
	}

	all.addEventListener("click", () => check(-1));

	// Examples
	for (const [i, e] of examples.entries()) menu.append(new Option(e.name, i));
	menu.addEventListener("change", () => {
		if (menu.value === "") return;
		history.replaceState(null, "", location.pathname + location.search);
		editor.replace(examples[menu.value].program);
	});

	// A link carries the program, compressed, in its fragment, which no server gets.
	const through = async (bytes, stream) => new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
	async function pack(text) {
		const bytes = await through(new TextEncoder().encode(text), new CompressionStream("deflate-raw"));
		return btoa(Array.from(bytes, (b) => String.fromCharCode(b)).join("")).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
	}
	async function unpack(code) {
		const bytes = Uint8Array.from(atob(code.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
		return new TextDecoder().decode(await through(bytes, new DecompressionStream("deflate-raw")));
	}
	$("share").addEventListener("click", async () => {
		const text = editor.text();
		history.replaceState(null, "", `#code=${await pack(text)}`);
		try {
			await navigator.clipboard.writeText(location.href);
			status.textContent = "The link was copied. It carries the program.";
		} catch {
			status.textContent = "The address of the page is the link now. It carries the program.";
		}
	});
	async function open() {
		const code = location.hash.match(/^#code=(.+)/)?.[1];
		if (code) {
			try {
				menu.value = "";
				return editor.replace(await unpack(code));
			} catch {
				status.textContent = "The link is broken; this is an example.";
			}
		}
		if (editor.text() === "") {
			menu.value = "0";
			editor.replace(examples[0].program);
		}
	}
	addEventListener("hashchange", open);

	$("play").hidden = false;
	start();
	open();
})();
