"""What documents print: everything decided and copied, nothing formatted, frozen when issued."""
