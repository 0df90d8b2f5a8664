package main

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"testing"
	"time"
)

// TestDelayCollection puts off the first collection, and no other one.
func TestDelayCollection(t *testing.T) { //nolint:paralleltest // it changes how garbage is collected
	percent := func() uint64 {
		sample := []metrics.Sample{{Name: "/gc/gogc:percent"}}
		metrics.Read(sample)
		return sample[0].Value.Uint64()
	}
	defer debug.SetGCPercent(debug.SetGCPercent(100))
	delayCollection()
	if got := percent(); got <= 100 {
		t.Errorf("%d %% at first", got)
	}
	runtime.GC()
	for deadline := time.Now().Add(time.Minute); percent() != 100 && time.Now().Before(deadline); {
		time.Sleep(time.Millisecond)
	}
	if got := percent(); got != 100 {
		t.Errorf("%d %% after a collection", got)
	}
	debug.SetGCPercent(50)
	delayCollection()
	if got := percent(); got != 50 {
		t.Errorf("%d %% in the place of the user's 50", got)
	}
}
