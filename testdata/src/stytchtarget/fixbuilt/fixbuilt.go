// Package fixbuilt is tested with pointers that become values.
package fixbuilt
