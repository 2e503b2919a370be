"""The command line: a public interface, thin over the hall."""
