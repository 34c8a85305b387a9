import { z } from "zod";

// The page's policy forbids code made from strings, which zod would try for speed. This must be
// loaded before any module that makes a schema.
z.config({ jitless: true });
