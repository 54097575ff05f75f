"""What a household can do: use cases, one file per noun. Permissions are checked here and nowhere else."""
