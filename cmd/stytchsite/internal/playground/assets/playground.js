"use strict";
(() => {
	const $ = (id) => document.getElementById(id);
	const root = document.body.dataset.root;
	const list = $("findings"), all = $("all"), menu = $("example"), progress = $("progress"), again = $("again");
	const examples = JSON.parse($("examples").textContent);
	const patience = 8000; // milliseconds for one answer
	const pause = 150; // after the last key

	// say tells how things are: busy, found, fine, failed, or nothing of that.
	function say(text, state = "") {
		$("status").textContent = text;
		$("status").dataset.state = state;
	}

	// The worker, and what is asked of it: one question at a time, the newest next.
	let worker, loaded = false, waiting = null, next = null, timer = 0;

	function start() {
		loaded = false;
		waiting = null;
		progress.hidden = false;
		progress.value = 0;
		again.hidden = true;
		try {
			worker = new Worker(root + "playground/worker.js");
		} catch (e) {
			return fail(e.message);
		}
		worker.onerror = (e) => {
			e.preventDefault();
			fail(e.message || "the worker does not start");
		};
		worker.onmessage = ({ data }) => {
			if (data.received) progress.value += data.received;
			else if (data.failed) fail(data.failed);
			else if (data.crashed) restart("The checks failed on this program, and were started again. That is a bug of stytchlint.");
			else if (data.ready) {
				loaded = true;
				progress.hidden = true;
				ask();
			} else {
				clearTimeout(timer);
				answer(data);
			}
		};
	}

	function fail(why) {
		worker?.terminate();
		loaded = false;
		progress.hidden = true;
		again.hidden = false;
		say(`The checks could not be loaded (${why}).`, "failed");
	}

	again.addEventListener("click", () => {
		say("Loading the checks.", "busy");
		$("results").focus();
		start();
		check();
	});

	function restart(why) {
		clearTimeout(timer);
		worker.terminate();
		start();
		say(why, "failed");
	}

	function ask() {
		if (!loaded || waiting || !next) return;
		waiting = next;
		next = null;
		worker.postMessage(waiting);
		timer = setTimeout(() => restart("This took too long and was stopped. Change the program to try once more."), patience);
	}

	function answer({ text, answer }) {
		const asked = waiting.text;
		waiting = null;
		if (asked === editor.text()) {
			next = null;
			editor.replace(text);
			clearTimeout(typing);
			show(text, answer);
		}
		ask(); // it was changed meanwhile
	}

	// What the findings on the page are of. Fixes are those of that text alone.
	let shown, findings = [];

	function check(fix) {
		clearTimeout(typing);
		const text = editor.text();
		if (text.trim() === "") {
			next = null;
			return show(text, null);
		}
		next = { text, fix: text === shown ? fix : undefined };
		ask();
	}

	// The editor
	let typing = 0;
	const editor = playgroundEditor.create($("editor"), "Program in Go. Escape, then Tab, leaves the editor.", {
		changed() {
			if (menu.value !== "" && editor.text() !== examples[menu.value].program) menu.value = "";
			clearTimeout(typing);
			typing = setTimeout(check, pause);
		},
		moved(at) {
			const current = findings.findIndex((n) => n.from <= at && at <= n.to);
			[...list.querySelectorAll(".found")].forEach((li, i) => {
				if (i !== current) li.removeAttribute("aria-current");
				else li.setAttribute("aria-current", "true");
			});
		},
		fix(at) {
			const i = findings.findIndex((n) => n.fix && n.from <= at && at <= n.to);
			if (i >= 0) check(i);
		},
	});

	function show(text, answer) {
		shown = text;
		const problems = answer?.problems ?? [];
		findings = answer?.findings ?? [];
		editor.mark([
			...problems.map((n) => ({ from: n.from, to: n.to, severity: "error", message: n.message })),
			...findings.map((n, i) => ({
				from: n.from, to: n.to, severity: "warning", source: n.check, message: n.message,
				actions: n.fix ? [{ name: n.fix, apply: () => check(i) }] : [],
			})),
		]);
		const focused = document.activeElement;
		const place = [...list.children].findIndex((li) => li.contains(focused));
		list.replaceChildren(...problems.map((n) => item(n)), ...findings.map(item));
		const fixes = findings.filter((n) => n.fix).length;
		all.hidden = fixes === 0;
		all.textContent = fixes > 1 ? `Apply all ${fixes} fixes` : "Apply the fix";
		// Whoever applies fixes with the keyboard goes on with the next one.
		if (place >= 0 || focused === all && all.hidden) {
			const li = list.children[Math.min(Math.max(place, 0), list.children.length - 1)];
			(li?.querySelector(`.${focused.className || "at"}`) ?? li?.querySelector(".at") ?? $("results")).focus();
		}

		const number = (n, one) => `${n || "no"} ${one}${n === 1 ? "" : "s"}`;
		if (!answer) say("Type a program in Go, or choose an example.");
		else if (problems.length) say(`${number(problems.length, "problem")}, ${number(findings.length, "finding")}`, "found");
		else if (findings.length) say(number(findings.length, "finding"), "found");
		else say("No findings", "fine");
	}

	function element(name, className, ...children) {
		const e = document.createElement(name);
		if (className) e.className = className;
		e.append(...children);
		return e;
	}

	function button(className, action, ...children) {
		const b = element("button", className, ...children);
		b.type = "button";
		b.addEventListener("click", action);
		return b;
	}

	// item returns the entry of the list for a problem, or for finding i.
	function item(n, i) {
		const li = element("li", n.check ? "found" : "problem",
			button("at", () => editor.show(n.from, n.to), element("span", "", `Line ${n.line}`), n.message));
		if (n.diff) {
			const indent = Math.min(...n.diff.filter((line) => line.length > 1).map((line) => line.match(/^.(\t*)/)[1].length));
			li.append(element("pre", "diff", ...n.diff.map((line) =>
				element({ "-": "del", "+": "ins" }[line[0]] ?? "span", "", line ? line[0] + " " + line.slice(1 + indent) : "⋯"))));
		}
		if (n.check) {
			const link = element("a", "check", n.check);
			link.href = `${root}checks/${n.check}.html`;
			li.append(element("div", "do", ...(n.fix ? [button("fix", () => check(i), n.fix)] : []), link));
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
		check();
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
	$("share").addEventListener("click", async ({ target }) => {
		history.replaceState(null, "", `#code=${await pack(editor.text())}`);
		let done = "The link is in the address bar";
		try {
			await navigator.clipboard.writeText(location.href);
			done = "Copied";
		} catch { /* there is none where the connection is not secure, or it is not allowed */ }
		const label = target.textContent;
		if (label === done) return;
		target.textContent = $("copied").textContent = done;
		setTimeout(() => {
			target.textContent = label;
			$("copied").textContent = "";
		}, 2000);
	});

	async function open() {
		const code = location.hash.match(/^#code=(.+)/)?.[1];
		let text = examples[0].program;
		if (code) {
			try {
				text = await unpack(code);
			} catch {
				say("The link is broken; this is an example.", "failed");
			}
		} else if (editor.text() !== "") {
			return;
		}
		editor.replace(text);
		const i = examples.findIndex((e) => e.program === text);
		menu.value = i < 0 ? "" : i;
		check();
	}
	addEventListener("hashchange", open);

	$("play").hidden = false;
	if (location.protocol === "file:") {
		progress.hidden = true;
		say("Browsers run no WebAssembly from a disk. Serve this folder with any file server; in a clone of stytchlint, that is go run ./cmd/stytchsite -http localhost:8080", "failed");
	} else {
		start();
	}
	open();
})();
