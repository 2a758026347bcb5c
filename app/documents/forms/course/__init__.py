"""The papers between application and closing, one a file."""
