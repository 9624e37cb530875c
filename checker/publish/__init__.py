"""What builds the site: the generated pages, the Python that readers get, and what a host is to serve. Nothing here reaches a reader."""
