//go:build js

package main

import (
	"encoding/json"
	"runtime/debug"
	"syscall/js"

	"github.com/stytchlint/stytchlint/cmd/stytchsite/internal/playground/check"
)

func main() {
	// One thread does all, and a program is small: collecting less often is worth some
	// memory.
	debug.SetGCPercent(400)
	var checker *check.Checker
	js.Global().Set("stytchlint", js.ValueOf(map[string]any{
		// open(Uint8Array) takes the types of packages, and returns what is wrong with
		// them, or "".
		"open": function(func(args []js.Value) any {
			file := make([]byte, args[0].Length())
			js.CopyBytesToGo(file, args[0])
			var err error
			if checker, err = check.New(file); err != nil {
				return err.Error()
			}
			return ""
		}),
		// check(program) returns an answer as JSON.
		"check": function(func(args []js.Value) any {
			answer, err := json.Marshal(checker.Check(args[0].String()))
			if err != nil {
				panic(err)
			}
			return string(answer)
		}),
		// fix(program, n) applies the fix of finding n, or all if n is negative.
		"fix": function(func(args []js.Value) any {
			if n := args[1].Int(); n >= 0 {
				return checker.FixOne(args[0].String(), n)
			}
			return checker.FixAll(args[0].String())
		}),
	}))
	js.Global().Call("stytchlintReady")
	select {} // the functions are called until the worker ends
}

func function(f func(args []js.Value) any) js.Func {
	return js.FuncOf(func(_ js.Value, args []js.Value) any { return f(args) })
}
