package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// startup measures what a tool takes to say who it is, and for a unit that
// cannot matter.
func startup(k *kit, rounds int) error {
	empty, err := k.build(".", "./empty")
	if err != nil {
		return err
	}
	ours, err := k.build(filepath.Join("..", ".."), "./cmd/stytchlint")
	if err != nil {
		return err
	}
	source := filepath.Join(k.dir, "a.go")
	if err := os.WriteFile(source, []byte("package a\n"), 0o644); err != nil {
		return err
	}
	config, err := json.Marshal(map[string]any{
		"ID": "a", "ImportPath": "a", "Compiler": "gc", "GoFiles": []string{source},
		"VetxOutput": filepath.Join(k.dir, "vet.out"),
	})
	if err != nil {
		return err
	}
	cfg := filepath.Join(k.dir, "vet.cfg")
	if err := os.WriteFile(cfg, config, 0o644); err != nil {
		return err
	}
	fmt.Println("### Start-up")
	fmt.Println()
	fmt.Println("| arguments | empty vet tool: CPU ms | stytchlint: CPU ms | ratio | empty: wall ms | stytchlint: wall ms | ratio |")
	fmt.Println("| --- | --- | --- | --- | --- | --- | --- |")
	for _, arg := range []string{"-V=full", cfg} {
		var a, b series
		for range rounds {
			for exe, s := range map[string]*series{empty: &a, ours: &b} {
				one, err := run(exec.Command(exe, arg), k.dir)
				if err != nil {
					return err
				}
				*s = append(*s, one)
			}
		}
		fmt.Printf("| %s | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f |\n", filepath.Base(arg),
			1e3*a.cpu().median, 1e3*b.cpu().median, b.cpu().median/a.cpu().median,
			1e3*a.wall().median, 1e3*b.wall().median, b.wall().median/a.wall().median)
	}
	fmt.Println()
	return nil
}
