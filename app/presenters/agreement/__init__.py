"""协议书: what the agreement editor shows and does, without a toolkit."""
