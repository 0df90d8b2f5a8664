// The search on the page of all codes. The rows are those of the page; stytchCatalog,
// of another file, has what else is known of them, and the names that are no codes.
"use strict";

(() => {
	const field = document.getElementById("q");
	const status = document.getElementById("status");
	const product = document.getElementById("product");
	const count = document.getElementById("count");
	const answer = document.getElementById("answer");
	const list = document.getElementById("codes");
	const all = count.textContent;
	const address = location.pathname;

	const text = (row, selector) => row.querySelector(selector)?.textContent.toLowerCase() ?? "";
	const texts = (row, selector) => [...row.querySelectorAll(selector)].map((e) => e.textContent.toLowerCase());
	const rows = [...list.children].map((element) => {
		const name = text(element, "code");
		return {
			element, name,
			words: name.split("_"),
			title: text(element, "b"),
			meaning: text(element, "p:not(.unknown)"),
			facts: [...texts(element, ".status"), ...texts(element, ".product")],
			more: stytchCatalog.more[element.id] ?? "",
		};
	});
	const byName = new Map(rows.toReversed().map((row) => [row.name, row])); // of two, that of Stytch
	const others = new Map(Object.entries(stytchCatalog.others));

	// wordsOf takes a query apart: "SessionNotFound" has the words of "session-not-found".
	function wordsOf(query) {
		return query.replace(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase().split(/[^a-z0-9]+/).filter(Boolean);
	}

	// score says how well a row fits words, 0 if it lacks one of them.
	function score(row, words) {
		const key = words.join("_");
		let sum = row.name === key ? 1000 : row.name.startsWith(key) ? 500 : row.name.includes(key) ? 300 : 0;
		for (const word of words) {
			const points =
				row.words.includes(word) ? 30 :
				row.facts.includes(word) ? 25 :
				row.words.some((w) => w.startsWith(word)) ? 20 :
				row.name.includes(word) || row.title.includes(word) ? 10 :
				row.meaning.includes(word) ? 5 :
				row.more.includes(word) ? 2 : 0;
			if (points === 0) {
				return 0;
			}
			sum += points;
		}
		return sum;
	}

	// distance counts the slips of the keyboard between two names: letters that are
	// missing, too many, wrong, or swapped with their neighbour.
	function distance(a, b) {
		let [before, last] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
		for (let i = 1; i <= a.length; i++) {
			const next = [i];
			for (let j = 1; j <= b.length; j++) {
				next[j] = Math.min(last[j] + 1, next[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
				if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
					next[j] = Math.min(next[j], before[j - 2] + 1);
				}
			}
			[before, last] = [last, next];
		}
		return last[b.length];
	}

	const frequency = new Map();
	for (const word of rows.flatMap((row) => [...new Set(row.words)])) {
		frequency.set(word, (frequency.get(word) ?? 0) + 1);
	}
	const weight = (words) => words.reduce((sum, word) => sum + Math.log(1 + rows.length / (frequency.get(word) ?? 1)), 0);

	// mend returns the word of a name that is meant by one that nothing has, with one slip
	// in short words and two in others.
	const known = [...new Set([...rows.map(({ name }) => name), ...others.keys()].flatMap((name) => name.split("_")))];
	function mend(word) {
		if (word.length < 4 || known.includes(word) || rows.some((row) => score(row, [word]) > 0)) {
			return word;
		}
		const most = word.length < 8 ? 1 : 2;
		const near = known.map((other) => ({ other, slips: distance(word, other) })).sort((a, b) => a.slips - b.slips)[0];
		return near.slips <= most ? near.other : word;
	}

	// likeness of a name and words is 1 if they are the same, by letters or by the
	// rarer words that both have.
	function likeness(name, words) {
		const key = words.join("_");
		const longer = Math.max(key.length, name.length);
		const letters = Math.abs(key.length - name.length) > longer / 2 ? 0 : 1 - distance(key, name) / longer;
		const own = name.split("_");
		const shared = own.filter((word) => words.includes(word));
		return Math.max(letters, 2 * weight(shared) / (weight(own) + weight(words)));
	}

	// nearest returns the rows of up to three codes that may be meant.
	function nearest(words) {
		const names = [
			...rows.map(({ name }) => ({ name, codes: [name] })),
			...[...others].map(([name, { codes }]) => ({ name, codes })),
		];
		const best = names.map(({ name, codes }) => ({ codes, like: likeness(name, words) }))
			.filter(({ like }) => like >= 0.5)
			.sort((a, b) => b.like - a.like);
		return [...new Set(best.flatMap(({ codes }) => codes))].slice(0, 3).map((name) => byName.get(name));
	}

	function element(tag, ...content) {
		const e = document.createElement(tag);
		e.append(...content);
		return e;
	}

	// about tells of a name that is no code.
	function about(name) {
		const { note, codes } = others.get(name);
		const wrong = element("code", name);
		wrong.className = "wrong";
		return element("p", wrong, " is not an error code of Stytch’s API. ", note, codes.length > 0 ? "" : " Nothing has taken its place.");
	}

	// find returns the rows that fit a query, the best first, and what else there is to
	// say about it.
	function find(query) {
		const words = wordsOf(query);
		if (words.length === 0) {
			return { found: rows, said: [] };
		}
		const key = words.join("_");
		const found = rows.map((row) => ({ row, points: score(row, words) }))
			.filter(({ points }) => points > 0)
			.sort((a, b) => b.points - a.points || a.row.words.length - b.row.words.length)
			.map(({ row }) => row);
		if (others.has(key)) {
			const meant = others.get(key).codes.map((name) => byName.get(name));
			return { found: [...new Set([...meant, ...found])], said: [about(key)] };
		}
		if (found.length > 0) {
			return { found, said: [] };
		}
		// Names in a line of a log.
		const named = [...new Set(query.toLowerCase().match(/[a-z0-9]+(_[a-z0-9]+)+/g) ?? [])];
		const codes = named.filter((name) => byName.has(name)).map((name) => byName.get(name));
		const wrong = named.filter((name) => others.has(name));
		if (codes.length + wrong.length > 0) {
			const meant = wrong.flatMap((name) => others.get(name).codes).map((name) => byName.get(name));
			return { found: [...new Set([...codes, ...meant])], said: wrong.map(about) };
		}
		const mended = words.slice(0, 12).map(mend);
		if (mended.join() !== words.join()) {
			const { found, said } = find(mended.join(" "));
			if (found.length > 0) {
				return { found, said: [element("p", "Nothing has these words. Did you mean ", element("b", mended.join(" ")), "?"), ...said] };
			}
		}
		const near = nearest(words);
		const text = near.length > 0 ? "No code has all of it. Did you mean one of these?" : "No code has it, and none is near. It may be newer than the catalog.";
		return { found: near, said: [element("p", text)] };
	}

	function show() {
		const query = field.value.trim();
		const fits = (row) =>
			[status.value, product.value].every((value) => value === "" || value === "-" || row.facts.includes(value)) &&
			(status.value !== "-" || !row.element.querySelector(".status")) &&
			(product.value !== "-" || !row.element.querySelector(".product"));
		const { found, said } = find(query);
		const shown = found.filter(fits);
		list.replaceChildren(...shown.map((row) => row.element));
		answer.replaceChildren(...said);
		answer.hidden = said.length === 0;
		count.textContent = shown.length === rows.length ? all : shown.length === 1 ? "1 code" : `${shown.length || "No"} codes`;

		const parameters = new URLSearchParams(Object.entries({ q: query, status: status.value, product: product.value }).filter(([, value]) => value));
		const search = parameters.size > 0 ? `?${parameters}` : "";
		if (search !== location.search) {
			try {
				history.replaceState(null, "", address + search);
			} catch { } // some browsers forbid it on a disk
		}
	}

	// toTarget shows the code that the address names, or what is known of that name.
	function toTarget() {
		let name = location.hash.slice(1);
		try {
			name = decodeURIComponent(name);
		} catch { } // it is no name, then
		const row = rows.find((row) => row.element.id === name);
		if (row && !row.element.isConnected) {
			field.value = status.value = product.value = "";
			show();
			location.replace(`#${name}`);
		} else if (name && !row && !document.getElementById(name)) {
			field.value = name;
			show();
		}
	}

	// choose moves the focus through the results.
	function choose(event) {
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		if (!step || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) {
			return;
		}
		const stops = [field, ...[...list.children].map((row) => row.querySelector("a"))];
		const next = stops[stops.indexOf(event.target.closest("a, input")) + step];
		if (next && stops.includes(event.target.closest("a, input"))) {
			event.preventDefault();
			next.focus();
		}
	}

	const asked = new URLSearchParams(location.search);
	field.value = asked.get("q") ?? "";
	status.value = asked.get("status") ?? "";
	product.value = asked.get("product") ?? "";
	for (const select of [status, product]) {
		if (select.selectedIndex < 0) {
			select.value = "";
		}
		select.addEventListener("change", show);
	}
	field.addEventListener("input", show);
	field.form.addEventListener("submit", (event) => {
		event.preventDefault();
		const links = list.querySelectorAll("li > a");
		if (links.length === 1) {
			location.href = links[0].href;
		} else {
			links[0]?.focus();
		}
	});
	document.addEventListener("keydown", choose);
	window.addEventListener("hashchange", toTarget);
	if (location.search) {
		show();
	}
	toTarget();
})();
