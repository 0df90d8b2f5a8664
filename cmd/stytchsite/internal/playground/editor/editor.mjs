// The editor of the playground: what it needs of CodeMirror, as one script.
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { go } from "@codemirror/lang-go";
import { HighlightStyle, bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";

// create puts an editor into an element, and calls changed after each change. The
// styles of CodeMirror live in a shadow tree: there they need no style element, which
// the policy of the page forbids.
export function create(parent, label, changed) {
	const root = parent.attachShadow({ mode: "open" });
	const view = new EditorView({
		parent: root,
		root,
		state: EditorState.create({
			extensions: [
				lineNumbers(), lintGutter(), history(), drawSelection(), highlightActiveLine(), indentOnInput(), bracketMatching(),
				EditorState.tabSize.of(4), indentUnit.of("\t"), go(), syntaxHighlighting(colours), theme,
				keymap.of([...defaultKeymap, ...historyKeymap, ...lintKeymap, indentWithTab]),
				EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false", autocapitalize: "off" }),
				EditorView.updateListener.of((u) => u.docChanged && changed()),
			],
		}),
	});
	return {
		text: () => view.state.doc.toString(),
		replace(text) {
			view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
		},
		mark(notes) {
			const length = view.state.doc.length;
			view.dispatch(setDiagnostics(view.state, notes.map((n) => ({ ...n, from: Math.min(n.from, length), to: Math.min(n.to, length) }))));
		},
		show(from, to) {
			view.dispatch({ selection: { anchor: from, head: to }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
			view.focus();
		},
	};
}

const colours = HighlightStyle.define([
	{ tag: [tags.keyword, tags.moduleKeyword, tags.definitionKeyword, tags.controlKeyword], color: "var(--keyword)" },
	{ tag: [tags.string, tags.character], color: "var(--string)" },
	{ tag: [tags.number, tags.bool, tags.null], color: "var(--number)" },
	{ tag: tags.comment, color: "var(--comment)", fontStyle: "italic" },
]);

const theme = EditorView.theme({
	"&": { color: "var(--fg)", backgroundColor: "var(--raised)", fontSize: "0.8125rem", height: "100%" },
	"&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "-2px" },
	".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.65", overflow: "auto" },
	".cm-content": { caretColor: "var(--fg)" },
	".cm-cursor": { borderLeftColor: "var(--fg)" },
	".cm-gutters": { color: "var(--muted)", backgroundColor: "var(--sunk)", borderRight: "1px solid var(--line)" },
	".cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--accent) 7%, transparent)" },
	"&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "color-mix(in srgb, var(--accent) 28%, transparent)" },
	".cm-lintRange-warning, .cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--error) 1.5px", textDecorationSkipInk: "none", textUnderlineOffset: "0.28em" },
	// Those of CodeMirror are images from data, which the policy of the page forbids.
	".cm-lint-marker": { width: "0.6rem", height: "0.6rem", margin: "0.4rem 0.1rem", borderRadius: "50%", content: "''", background: "var(--error)" },
	".cm-lint-marker-warning, .cm-lint-marker-error": { content: "''" },
	".cm-tooltip": { color: "var(--fg)", backgroundColor: "var(--raised)", border: "1px solid var(--line)", maxWidth: "min(36rem, 90vw)" },
	".cm-diagnosticAction": { color: "var(--accent-fg)", backgroundColor: "var(--accent)" },
});
