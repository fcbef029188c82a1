import { expect, test } from 'vitest';
import { typist } from '../support/typist.ts';

// C1: begin
// C1: end

// C2: begin
// C2: end

// C3: begin
// C3: end

// C4: begin
// C4: end

// C5: begin
// C5: end

// C6: begin
// C6: end

// C7: begin
// C7: end

// C8: begin
// C8: end

// C9: begin
// C9: end

// C10: begin
// C10: end

// C11: begin
// C11: end

// C12: begin
// C12: end

// C13: begin
// C13: end

// C14: begin
// C14: end

// C15: begin
// C15: end

// C16: begin
// C16: end
