// For every page: "/" goes to the search, and commands can be copied.
"use strict";

document.addEventListener("keydown", (event) => {
	const field = document.getElementById("q");
	const typing = event.target.closest("input, select, textarea, [contenteditable=true]");
	if (event.key !== "/" || !field || typing || event.ctrlKey || event.metaKey || event.altKey) {
		return;
	}
	event.preventDefault();
	field.focus();
	field.select();
});

for (const command of navigator.clipboard ? document.querySelectorAll(".command") : []) {
	const button = document.createElement("button");
	button.type = "button";
	button.textContent = "Copy";
	button.addEventListener("click", async () => {
		await navigator.clipboard.writeText(command.querySelector("code").textContent);
		button.textContent = "Copied";
		setTimeout(() => { button.textContent = "Copy"; }, 2000);
	});
	command.append(button);
}
