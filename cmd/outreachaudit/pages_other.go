//go:build !linux

package main

// hugePages does nothing where systems choose the size of pages themselves.
func hugePages() {}
