"""Makes world.json, the shapes of countries for the explorer's maps, from a TopoJSON of Natural Earth's countries.

    python3 world.py countries-110m.json > world.json

Coordinates are rounded to a tenth of a degree, which a map of the world cannot show; Antarctica is left out.
"""
import json
import sys


def main(path):
    with open(path, encoding="utf-8") as file:
        topology = json.load(file)
    arcs = [decode(arc, topology["transform"]) for arc in topology["arcs"]]
    features = []
    for country in topology["objects"]["countries"]["geometries"]:
        name = country["properties"]["name"]
        if name == "Antarctica":
            continue
        parts = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        polygons = [piece for part in parts for piece in pieces([ring(indices, arcs) for indices in part])]
        features.append({
            "type": "Feature",
            "id": country.get("id", ""),  # ISO 3166-1, three digits
            "properties": {"name": name},
            "geometry": {"type": "MultiPolygon", "coordinates": polygons},
        })
    json.dump({"type": "FeatureCollection", "features": features}, sys.stdout, ensure_ascii=False, separators=(",", ":"))
    print()


def decode(arc, transform):
    """Returns the points of an arc, which is written as steps on a grid."""
    (width, height), (west, south) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        points.append([short(x * width + west), short(y * height + south)])
    return points


def short(degrees):
    rounded = round(degrees, 1)
    return int(rounded) if rounded == int(rounded) else rounded


def ring(indices, arcs):
    """Joins arcs to a ring without repeated points; ~n is arc n backwards."""
    points = []
    for index in indices:
        for point in arcs[index] if index >= 0 else reversed(arcs[~index]):
            if not points or points[-1] != point:
                points.append(point)
    return points


def pieces(rings):
    """Cuts a polygon at the antimeridian; a ring that crosses it is first unrolled past 180 degrees."""
    unrolled = []
    for points in rings:
        turn, previous, line = 0, points[0][0], []
        for x, y in points:
            turn += 360 if x - previous < -180 else -360 if x - previous > 180 else 0
            previous = x
            line.append([x + turn, y])
        unrolled.append(line)
    for shift in (-360, 0, 360):
        shifted = [[[x + shift, y] for x, y in line] for line in unrolled]
        cut = [clip(clip(line, 180, False), -180, True) for line in shifted]
        cut = [[[short(x), short(y)] for x, y in line] for line in cut if len(line) > 3]
        if cut:
            yield cut


def clip(points, limit, above):
    """Returns what of a ring lies on one side of a meridian (Sutherland and Hodgman)."""
    inside = (lambda x: x >= limit) if above else (lambda x: x <= limit)
    kept = []
    for (x1, y1), (x2, y2) in zip(points, points[1:]):
        if inside(x1):
            kept.append([x1, y1])
        if inside(x1) != inside(x2):
            kept.append([limit, y1 + (y2 - y1) * (limit - x1) / (x2 - x1)])
    return kept + kept[:1]


if __name__ == "__main__":
    main(sys.argv[1])
