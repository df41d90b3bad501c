"""The packages of lock files with their licences: as a table and as a CycloneDX bill of materials."""
import json
import os
import pathlib
import sys
import xml.etree.ElementTree as ET

# Packages from before licences were named in a form for programs; read by a person at the address in the package.
READ_BY_A_PERSON = {
    "https://aka.ms/deprecateLicenseUrl": None,
    "https://go.microsoft.com/fwlink/?linkid=2129634": "LicenseRef-Microsoft-SqlClient-SNI",
}


def packages(files):
    """Name -> (version, whether it is named by ourselves), over all lock files."""
    found = {}
    for file in files:
        for framework in json.loads(pathlib.Path(file).read_text(encoding="utf-8-sig"))["dependencies"].values():
            for name, entry in framework.items():
                if entry["type"] == "Project":
                    continue
                direct = entry["type"] == "Direct" or found.get(name, ("", False))[1]
                found[name] = (entry["resolved"], direct)
    return dict(sorted(found.items(), key=lambda p: p[0].lower()))


def spec_of(name, version):
    root = pathlib.Path(os.environ.get("NUGET_PACKAGES", pathlib.Path.home() / ".nuget" / "packages"))
    file = root / name.lower() / version.lower() / f"{name.lower()}.nuspec"
    if not file.exists():
        sys.exit(f"{name} {version} is not here: run dotnet restore VcrPortal.sln first.")
    return ET.parse(file).getroot(), file.parent


def licence_of(name, version):
    root, folder = spec_of(name, version)
    fields = {element.tag.split("}")[-1]: element for element in root.iter()}
    licence = fields.get("license")
    if licence is not None and licence.get("type") == "expression":
        return licence.text.strip()
    if licence is not None and licence.get("type") == "file":
        return guess((folder / licence.text.strip().replace("\\", "/")).read_text(errors="replace"))
    address = fields["licenseUrl"].text.strip() if "licenseUrl" in fields else ""
    return READ_BY_A_PERSON.get(address) or address


def guess(text):
    words = " ".join(text.split())
    for begins, licence in (("Apache License", "Apache-2.0"), ("Permission is hereby granted, free of charge", "MIT"),
                            ("Redistribution and use in source and binary forms", "BSD-3-Clause")):
        if begins in words:
            return licence
    return "LicenseRef-see-the-package"


def main(folder, files):
    rows = [(name, version, licence_of(name, version), direct) for name, (version, direct) in packages(files).items()]
    out = pathlib.Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    table = ["package\tversion\tlicence\tnamed by us"] + [f"{n}\t{v}\t{l}\t{'yes' if d else 'no'}" for n, v, l, d in rows]
    (out / "packages.tsv").write_text("\n".join(table) + "\n")
    bill = {
        "bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
        "metadata": {"component": {"type": "application", "name": "VcrPortal"}},
        "components": [
            {"type": "library", "name": n, "version": v, "purl": f"pkg:nuget/{n}@{v}", "licenses": [licence_entry(l)]}
            for n, v, l, _ in rows
        ],
    }
    (out / "sbom.json").write_text(json.dumps(bill, indent=1) + "\n")
    counts = {}
    for _, _, licence, _ in rows:
        counts[licence] = counts.get(licence, 0) + 1
    print(f"{len(rows)} packages, {sum(d for *_, d in rows)} named by us: " +
          ", ".join(f"{licence} {count}" for licence, count in sorted(counts.items(), key=lambda c: -c[1])))
    return 1 if any(not licence for _, _, licence, _ in rows) else 0


def licence_entry(licence):
    if licence.startswith("http"):
        return {"license": {"name": "see url", "url": licence}}
    return {"expression": licence} if " " in licence or licence.startswith("LicenseRef") else {"license": {"id": licence}}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
