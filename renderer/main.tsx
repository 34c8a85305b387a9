import "./app/strict-page.ts";
import "@fontsource-variable/libre-franklin/wght.css";
import "@fontsource-variable/libre-franklin/wght-italic.css";
import "@fontsource-variable/source-serif-4/wght.css";
import "@fontsource-variable/source-serif-4/wght-italic.css";
import "./app/theme.css";
import "./app/contrast.css";
import "./app/controls.css";
import { App, startApp } from "./app/app.tsx";
import { drawingIn } from "./app/drawing.ts";
import { wayIn } from "./app/way-in.ts";

/** A newsroom that is open answers sooner. Nobody would see what is drawn before, and drawing it takes time. */
const USUAL_ANSWER_MS = 100;

const started = startApp(wayIn);
const place = document.getElementById("stet");
const usually = new Promise((resolve) => setTimeout(resolve, USUAL_ANSWER_MS));
void Promise.race([started.arrived, usually]).then(() => {
  if (place) drawingIn(place).render(<App started={started} />);
});
