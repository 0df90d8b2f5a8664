// Counter runs the vet tool that COUNTER_TOOL names, and appends the arguments
// to the file that COUNTER_LOG names.
package main

import (
	"errors"
	"fmt"
	"log"
	"os"
	"os/exec"
	"strings"
)

func main() {
	f, err := os.OpenFile(os.Getenv("COUNTER_LOG"), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Fprintln(f, strings.Join(os.Args[1:], " "))
	if err := f.Close(); err != nil {
		log.Fatal(err)
	}
	cmd := exec.Command(os.Getenv("COUNTER_TOOL"), os.Args[1:]...)
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	err = cmd.Run()
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		os.Exit(exit.ExitCode())
	}
	if err != nil {
		log.Fatal(err)
	}
}
