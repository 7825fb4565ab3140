/**
 * The Natural Earth projection of T. Patterson, by the polynomial of B. Šavrič and others (2011): shapes of the whole world
 * that look as they do in an atlas. Degrees in; plane units out, scaled by 180/π, with y growing southwards as on a screen.
 */
const DEGREE = Math.PI / 180;

const width = (phi2, phi4) => 0.8707 - 0.131979 * phi2 + phi4 * (-0.013791 + phi4 * (0.003971 * phi2 - 0.001529 * phi4));
const height = (phi2, phi4) => 1.007226 + phi2 * (0.015085 + phi4 * (-0.044475 + 0.028874 * phi2 - 0.005916 * phi4));

export function project([longitude, latitude]) {
  const phi = latitude * DEGREE;
  const phi2 = phi * phi;
  const phi4 = phi2 * phi2;
  return [longitude * width(phi2, phi4), (-phi * height(phi2, phi4)) / DEGREE];
}

export function unproject([x, y]) {
  const wanted = -y * DEGREE;
  let phi = wanted;
  for (let i = 0; i < 12; i++) { // Newton's method, with the slope taken over a small step
    const at = (p) => p * height(p * p, p ** 4) - wanted;
    const step = at(phi) / ((at(phi + 1e-6) - at(phi - 1e-6)) / 2e-6);
    phi -= step;
    if (Math.abs(step) < 1e-9) break;
  }
  return [x / width(phi * phi, phi ** 4), phi / DEGREE];
}
