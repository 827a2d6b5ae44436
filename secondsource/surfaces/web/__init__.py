"""The desk: pages over an archive, made on the server, readable without a script."""
