"""From the generated folder to a package index: build, publish, document.

    python -m release build      sdist, wheel and SBOM, the same bytes every time
    python -m release publish    the whole path to the index, or a refusal that says why
    python -m release docs       a browsable reference of the client

The generator knows nothing of this; it makes files, and here they are released.
"""
