.PHONY: help
help:
	@echo "make report   read data/articles/, write reports/index.html"
	@echo "make test     run everything that checks the project"
