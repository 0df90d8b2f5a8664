# The go command asks this program in the place of its own cache folder.
export GOCACHEPROG="cacheprog -shared /mnt/go-cache"

go vet -vettool="$(which stytchlint)" ./...
