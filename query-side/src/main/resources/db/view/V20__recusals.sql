-- Nobody was recused before there were recusals: the folded states say so from here on.
UPDATE view.inspector SET inspector = inspector || '{"recusals": []}';
