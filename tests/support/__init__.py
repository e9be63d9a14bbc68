"""What several tests share: the cases, the bundled spec, recorded exchanges."""
