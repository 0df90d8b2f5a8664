# The go command asks this program in the place of its own cache folder.
export GOCACHEPROG="cacheprog -shared /mnt/go-cache"

stytchlint -engine=vet ./...
