import { expect, test } from 'vitest';
import { typist } from '../support/typist.ts';

// D1: begin
// D1: end

// D2: begin
// D2: end

// D3: begin
// D3: end

// D4: begin
// D4: end

// D5: begin
// D5: end

// D6: begin
// D6: end

// D7: begin
// D7: end

// D8: begin
// D8: end

// D9: begin
// D9: end

// D10: begin
// D10: end

// D11: begin
// D11: end
