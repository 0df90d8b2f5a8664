// The editor of the playground: what it needs of CodeMirror, as one script.
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { go } from "@codemirror/lang-go";
import { HighlightStyle, bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, nextDiagnostic, previousDiagnostic, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";

// create puts an editor into an element, and calls changed after each change, moved
// where the cursor went, and fix where a fix is asked for. The styles of CodeMirror live
// in a shadow tree: there they need no style element, which the policy of the page
// forbids.
export function create(parent, label, { changed, moved, fix }) {
	const root = parent.attachShadow({ mode: "open" });
	const at = (state) => state.selection.main.from;
	const view = new EditorView({
		parent: root,
		root,
		state: EditorState.create({
			extensions: [
				lineNumbers(), lintGutter(), history(), drawSelection(), highlightActiveLine(), indentOnInput(), bracketMatching(),
				EditorState.tabSize.of(4), indentUnit.of("\t"), go(), syntaxHighlighting(colours), theme,
				keymap.of([
					{ key: "F8", run: nextDiagnostic },
					{ key: "Shift-F8", run: previousDiagnostic },
					{ key: "Ctrl-.", run: ({ state }) => { fix(at(state)); return true; } },
					// Escape is there for Tab, which leaves the editor then.
					...defaultKeymap.filter(({ key }) => key !== "Escape"), ...historyKeymap, indentWithTab,
				]),
				EditorView.domEventHandlers({ beforeinput: typed }),
				EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false", autocapitalize: "off" }),
				EditorView.updateListener.of((u) => {
					if (u.docChanged) changed();
					else if (u.selectionSet) moved(at(u.state));
				}),
			],
		}),
	});
	const within = (n) => Math.min(n, view.state.doc.length);
	return {
		text: () => view.state.doc.toString(),
		// replace changes no more than what differs, so that the cursor stays.
		replace(text) {
			const old = view.state.doc.toString();
			if (old === text) return;
			const most = Math.min(old.length, text.length);
			let from = 0, end = 0;
			while (from < most && old[from] === text[from]) from++;
			while (end < most - from && old[old.length - 1 - end] === text[text.length - 1 - end]) end++;
			view.dispatch({ changes: { from, to: old.length - end, insert: text.slice(from, text.length - end) } });
		},
		mark(notes) {
			view.dispatch(setDiagnostics(view.state, notes.map((n) => ({ ...n, from: within(n.from), to: within(n.to) }))));
		},
		show(from, to) {
			view.dispatch({ selection: { anchor: within(from), head: within(to) }, effects: EditorView.scrollIntoView(within(from), { y: "center" }) });
			view.focus();
		},
	};
}

// typed puts what is typed in the place of what is selected. Browsers would keep its
// colours, as a style that the policy of the page forbids.
function typed({ inputType, data }, view) {
	if (inputType !== "insertText" || data === null || view.composing || view.state.selection.main.empty) return false;
	view.dispatch(view.state.replaceSelection(data), { userEvent: "input.type", scrollIntoView: true });
	return true;
}

const colours = HighlightStyle.define([
	{ tag: [tags.keyword, tags.moduleKeyword, tags.definitionKeyword, tags.controlKeyword], color: "var(--keyword)" },
	{ tag: [tags.string, tags.character], color: "var(--string)" },
	{ tag: [tags.number, tags.bool, tags.null], color: "var(--number)" },
	{ tag: tags.comment, color: "var(--comment)", fontStyle: "italic" },
]);

const underline = (colour) => ({ backgroundImage: "none", textDecoration: `underline wavy ${colour} 1.5px`, textDecorationSkipInk: "none", textUnderlineOffset: "0.28em" });

const theme = EditorView.theme({
	"&": { color: "var(--fg)", backgroundColor: "var(--raised)", fontSize: "0.8125rem", height: "100%", maxHeight: "var(--editor-most, none)" },
	"&.cm-focused": { outline: "none" }, // the page has one around all of it
	".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.65", overflow: "auto" },
	".cm-content": { caretColor: "var(--fg)" },
	".cm-content, .cm-gutter": { minHeight: "var(--editor-least, 100%)" },
	".cm-cursor": { borderLeftColor: "var(--fg)" },
	".cm-gutters": { color: "var(--muted)", backgroundColor: "var(--sunk)", borderRight: "1px solid var(--line)" },
	".cm-gutter-lint": { width: "0.9rem" },
	".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "color-mix(in srgb, var(--accent) 7%, transparent)" },
	"&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "color-mix(in srgb, var(--accent) 28%, transparent)" },
	".cm-lintRange-warning": underline("var(--error)"),
	".cm-lintRange-error": underline("var(--number)"),
	".cm-lintRange-active": { backgroundColor: "var(--error-bg)" },
	".cm-lintPoint::after": { borderBottomColor: "var(--number)" },
	// Those of CodeMirror are images from data, which the policy of the page forbids.
	".cm-lint-marker": { width: "0.5rem", height: "0.5rem", margin: "0.45rem 0.1rem", borderRadius: "50%" },
	".cm-lint-marker-warning": { content: "''", backgroundColor: "var(--error)" },
	".cm-lint-marker-error": { content: "''", backgroundColor: "var(--number)" },
	".cm-tooltip": { color: "var(--fg)", backgroundColor: "var(--raised)", border: "1px solid var(--line)", borderRadius: "var(--radius)", maxWidth: "min(36rem, 90vw)", overflow: "hidden" },
	".cm-diagnostic": { padding: "0.5rem 0.75rem", fontFamily: "var(--sans)", lineHeight: "1.5" },
	".cm-diagnostic-warning": { borderLeftColor: "var(--error)" },
	".cm-diagnostic-error": { borderLeftColor: "var(--number)" },
	".cm-diagnosticSource": { color: "var(--muted)", opacity: "1" },
	".cm-diagnosticAction": { display: "block", margin: "0.375rem 0 0", padding: "0.125rem 0.5rem", color: "var(--accent-fg)", backgroundColor: "var(--accent)", font: "inherit" },
});
