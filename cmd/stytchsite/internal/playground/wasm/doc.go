// Wasm is what the playground's worker runs: it gives JavaScript an object stytchlint
// that checks programs.
package main
