"""Benchmarks: ratios between clients that take turns in one run. They report; they never fail a test."""
