"""The kit from which screens are built: generic parts that know the design and no business."""
