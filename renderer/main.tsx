import "./app/strict-page.ts";
import "@fontsource-variable/libre-franklin/wght.css";
import "@fontsource-variable/libre-franklin/wght-italic.css";
import "@fontsource-variable/source-serif-4/wght.css";
import "@fontsource-variable/source-serif-4/wght-italic.css";
import "./app/theme.css";
import "./app/contrast.css";
import "./app/controls.css";
import { createRoot } from "react-dom/client";
import { App, startApp } from "./app/app.tsx";
import { wayIn } from "./app/way-in.ts";

const started = startApp(wayIn);
const place = document.getElementById("stet");
if (place) createRoot(place).render(<App started={started} />);
