"""From the generated folder to a package index: build, publish, document.

    python -m generator.publishing build      sdist, wheel and SBOM, the same bytes every time
    python -m generator.publishing publish    every step to the index, or a refusal that says why
    python -m generator.publishing docs       a browsable reference of the client

The rest of the generator does not import this package: it makes files, and this package publishes them.
"""
