//go:build !linux

package main

// growIntoHugePages does nothing where a program cannot ask for them, or need not.
func growIntoHugePages(int) {}
