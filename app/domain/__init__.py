"""What is true with the computer off: values, entities, rules, errors and the contents of documents."""
