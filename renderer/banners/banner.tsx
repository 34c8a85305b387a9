import type { ReactNode } from "react";
import "./banners.css";

interface BannerProps {
  /** What the banner is about, for those who jump from one part of the window to the next. */
  readonly label: string;
  readonly tone: "note" | "careful";
  readonly text: ReactNode;
  /** Why what was asked for did not work. */
  readonly trouble?: string | null;
  /** True while something stands over the page, and over the banner with it. */
  readonly isCovered?: boolean;
  /** Its buttons. */
  readonly children: ReactNode;
}

/** A line at the head of the page: it says what is the matter and what can be done, and stops nobody from typing. */
export function Banner({
  label,
  tone,
  text,
  trouble = null,
  isCovered = false,
  children,
}: BannerProps): ReactNode {
  return (
    <section className="banner" data-tone={tone} aria-label={label} inert={isCovered}>
      <div className="banner-words">
        <output>{text}</output>
        {trouble === null ? null : (
          <p className="banner-trouble" role="alert">
            {trouble}
          </p>
        )}
      </div>
      <div className="banner-actions">{children}</div>
    </section>
  );
}
